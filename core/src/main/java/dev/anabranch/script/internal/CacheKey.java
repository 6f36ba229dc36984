package dev.anabranch.script.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The fingerprint of everything that a compilation depends on: sources with their names, jars and
 * class files by name, size and date, the release of Java and of Anabranch. For one thread.
 */
public final class CacheKey {

  private static final int FORMAT = 1;

  private final MessageDigest digest;

  private CacheKey(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * Returns the fingerprint in 64 lower-case hex digits.
   *
   * @param sources the sources
   * @param classPath jars and folders; what is not there counts as well
   */
  public static String of(List<SourceText> sources, List<Path> classPath) {
    CacheKey key = new CacheKey(sha256());
    key.add("format " + FORMAT);
    key.add("java " + Runtime.version().feature());
    key.add("anabranch " + version());
    key.add(String.join(" ", ThisJava.OPTIONS));
    for (SourceText source : sources) {
      key.add(source.path());
      key.add(source.text());
    }
    for (Path place : classPath) {
      key.addPlace(place);
    }
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void addPlace(Path place) {
    add(place.toString());
    try {
      if (!Files.isDirectory(place)) {
        addFile(place);
        return;
      }
      try (Stream<Path> files = Files.walk(place)) {
        files.filter(Files::isRegularFile).sorted().forEach(this::addFileUnchecked);
      }
    } catch (IOException | UncheckedIOException e) {
      add("none");
    }
  }

  private void addFileUnchecked(Path file) {
    try {
      add(file.toString());
      addFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addFile(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    add(attributes.size() + " " + attributes.lastModifiedTime());
  }

  /** Adds a text after its length, so that no two lists of texts give the same bytes. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = CacheKey.class.getResourceAsStream("/dev/anabranch/version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
