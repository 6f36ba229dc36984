package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.script.internal.IndexEntry;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Lists the revision files of all locations, in the order of locations and names. For one thread.
 */
final class ScriptFinder {

  private static final String SQL = ".sql";
  private static final String JAVA = ".java";

  /** What of a folder is read: classes of the class path are found through their index. */
  private enum Wanted {
    SQL_AND_JAVA,
    SQL
  }

  private final ScriptOptions options;
  private final ClassLoader classLoader;
  private final IndexReader index;
  private final List<ScriptSource> found = new ArrayList<>();
  private final List<ScriptProblem> problems = new ArrayList<>();

  /** Every folder read so far by its real path, with the location that led there first. */
  private final Map<Path, String> visited = new HashMap<>();

  private Wanted wanted = Wanted.SQL_AND_JAVA;
  private boolean metClasses;

  ScriptFinder(ScriptOptions options, ClassLoader classLoader) {
    this.options = options;
    this.classLoader = classLoader;
    this.index = new IndexReader(classLoader);
  }

  void find() {
    for (ScriptLocation location : options.locations()) {
      if (location instanceof ScriptLocation.Folder folder) {
        wanted = Wanted.SQL_AND_JAVA;
        findInFolder(folder.text(), folder.directory());
      } else if (location instanceof ScriptLocation.ClassPath classPath) {
        wanted = Wanted.SQL;
        findOnClassPath(classPath);
      }
    }
    problems.addAll(index.problems());
  }

  List<ScriptSource> found() {
    return List.copyOf(found);
  }

  List<ScriptProblem> problems() {
    return List.copyOf(problems);
  }

  private void findInFolder(String location, Path directory) {
    if (Files.isDirectory(directory)) {
      visit(location, location, directory);
    } else if (Files.exists(directory)) {
      error(
          ErrorCode.LOCATION_NOT_FOLDER,
          location,
          "The location of revision files is a file, not a folder.",
          "Name the folder the file stands in.");
    } else {
      missing(location, "The folder of revision files does not exist.");
    }
  }

  private void visit(String location, String shown, Path directory) {
    try {
      String earlier = visited.putIfAbsent(directory.toRealPath(), location);
      if (earlier == null) {
        list(location, shown, directory);
      } else if (!earlier.equals(location) || shown.equals(location)) {
        error(
            ErrorCode.LOCATIONS_OVERLAP,
            shown,
            "The same folder is reached through the locations \""
                + earlier
                + "\" and \""
                + location
                + "\".",
            "Remove one of the two locations.");
      }
      // Otherwise a link inside the location leads back into it; its files are in the list already.
    } catch (IOException | DirectoryIteratorException e) {
      unreadable(shown, e);
    }
  }

  private void list(String location, String shown, Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    }
    Collections.sort(names);
    String prefix = shown.endsWith("/") ? shown : shown + "/";
    for (String name : names) {
      Path path = directory.resolve(name);
      metClasses |= name.endsWith(".class");
      if (isScript(name)) {
        found.add(new ScriptSource.OnDisk(prefix + name, path));
      } else if (isRecursive() && isVisible(name) && Files.isDirectory(path)) {
        visit(location, prefix + name, path);
      }
    }
  }

  private void findOnClassPath(ScriptLocation.ClassPath location) {
    int before = found.size();
    int problemsBefore = problems.size();
    metClasses = false;
    List<URL> places = List.of();
    try {
      places = Collections.list(classLoader.getResources(location.folder()));
      // A class path may name the same place twice.
      Set<String> seen = new HashSet<>();
      for (URL place : places) {
        if (seen.add(place.toExternalForm())) {
          findAt(location, place);
        }
      }
    } catch (IOException e) {
      unreadable(location.text(), e);
    }
    for (IndexEntry entry : index.entries(location.folder(), options.depth())) {
      found.add(IndexedSource.of(entry, classLoader));
    }
    if (found.size() == before && problems.size() == problemsBefore) {
      nothingFound(location, places.isEmpty());
    }
  }

  private void nothingFound(ScriptLocation.ClassPath location, boolean missing) {
    if (missing) {
      boolean maybePackage = location.folder().indexOf('.') >= 0;
      missing(
          location.text(),
          "The class path has no folder \""
              + location.folder()
              + (maybePackage ? "\" and no revisions in a package of that name." : "\"."));
    } else if (metClasses) {
      error(
          ErrorCode.MISSING_INDEX,
          location.text(),
          "The package has classes, but no index says which of them are revisions.",
          "Let the annotation processor of Anabranch run when they are built; since Java 23 the"
              + " compiler wants to be told so.");
    }
  }

  private void findAt(ScriptLocation.ClassPath location, URL place) throws IOException {
    if (place.getProtocol().equals("file")) {
      findInFolder(location.text(), toPath(place));
      return;
    }
    URLConnection connection = place.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jarConnection) {
      try (JarFile jar = jarConnection.getJarFile()) {
        findInJar(location, place, jar, jarConnection.getEntryName());
      }
    } else {
      error(
          ErrorCode.LOCATION_UNREADABLE,
          location.text(),
          "The class path folder \"" + place + "\" is neither in a directory nor in a jar.",
          "Put the revision files into a directory or a jar.");
    }
  }

  private void findInJar(
      ScriptLocation.ClassPath location, URL place, JarFile jar, String entryName)
      throws IOException {
    String folder = entryName.endsWith("/") ? entryName : entryName + "/";
    String base = place.toExternalForm();
    base = base.endsWith("/") ? base : base + "/";
    List<String> names =
        jar.stream()
            .filter(entry -> !entry.isDirectory())
            .map(ZipEntry::getName)
            .filter(name -> name.startsWith(folder))
            .map(name -> name.substring(folder.length()))
            .sorted()
            .toList();
    metClasses |= names.stream().anyMatch(name -> name.endsWith(".class") && !name.contains("/"));
    for (String name : names.stream().filter(this::isScriptBelow).toList()) {
      URL url = new URL(base + encode(name));
      found.add(new ScriptSource.InJar(location.text() + "/" + name, url));
    }
  }

  private boolean isScriptBelow(String relative) {
    String[] parts = relative.split("/", -1);
    if (parts.length > 1 && !isRecursive()) {
      return false;
    }
    for (String part : parts) {
      if (!isVisible(part)) {
        return false;
      }
    }
    return isScript(parts[parts.length - 1]);
  }

  private boolean isRecursive() {
    return options.depth() == ScriptOptions.Depth.RECURSIVE;
  }

  private boolean isScript(String name) {
    return isVisible(name)
        && (hasEnding(name, SQL)
            || (wanted == Wanted.SQL_AND_JAVA
                && hasEnding(name, JAVA)
                && !name.equals("module-info.java")));
  }

  private static boolean hasEnding(String name, String ending) {
    return name.endsWith(ending) || name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Hidden files and what editors leave behind are nobody's revisions. */
  private static boolean isVisible(String name) {
    return !name.isEmpty() && name.charAt(0) != '.' && name.charAt(0) != '#' && !name.endsWith("~");
  }

  private static Path toPath(URL place) throws IOException {
    try {
      return Path.of(place.toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      throw new IOException("no file system for " + place, e);
    }
  }

  private static String encode(String name) throws IOException {
    try {
      return new URI(null, null, name, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IOException("illegal name " + name, e);
    }
  }

  private void missing(String location, String message) {
    error(
        ErrorCode.LOCATION_MISSING,
        location,
        message,
        "Create it, or correct the list of locations.");
  }

  private void unreadable(String shown, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    error(
        ErrorCode.LOCATION_UNREADABLE,
        shown,
        "The folder of revision files cannot be read: " + reason + ".",
        "Check that you may read it.");
  }

  private void error(ErrorCode code, String shown, String message, String hint) {
    problems.add(ScriptProblem.error(code, new SourceLocation(shown, 0), message, hint));
  }
}
