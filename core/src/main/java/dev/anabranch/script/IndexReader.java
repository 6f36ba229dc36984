package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.script.internal.IndexEntry;
import dev.anabranch.script.internal.IndexFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads every index of revisions that a class path has, once, when the first location asks. For one
 * thread.
 */
final class IndexReader {

  private final ClassLoader classLoader;
  private final Map<String, IndexEntry> entries = new LinkedHashMap<>();
  private final Map<String, String> indexByClass = new LinkedHashMap<>();
  private final List<ScriptProblem> problems = new ArrayList<>();
  private @Nullable List<IndexEntry> sorted;

  IndexReader(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /**
   * Returns what is listed for a folder of the class path, which is also the name of a package.
   *
   * @param folder the folder with slashes or points
   * @param depth whether packages below it count as well
   */
  List<IndexEntry> entries(String folder, ScriptOptions.Depth depth) {
    String wanted = folder.replace('/', '.');
    return all().stream()
        .filter(
            entry ->
                entry.packageName().equals(wanted)
                    || (depth == ScriptOptions.Depth.RECURSIVE
                        && entry.packageName().startsWith(wanted + ".")))
        .toList();
  }

  /** Returns what is wrong with the indexes read so far. */
  List<ScriptProblem> problems() {
    return List.copyOf(problems);
  }

  private List<IndexEntry> all() {
    if (sorted == null) {
      try {
        // A class path may name the same place twice.
        for (URL url :
            Collections.list(classLoader.getResources(IndexFormat.RESOURCE)).stream()
                .collect(
                    LinkedHashMap<String, URL>::new,
                    (urls, url) -> urls.putIfAbsent(url.toExternalForm(), url),
                    Map::putAll)
                .values()) {
          read(url);
        }
      } catch (IOException e) {
        error(IndexFormat.RESOURCE, 0, "The index cannot be looked up: " + reason(e) + ".");
      }
      sorted =
          entries.values().stream().sorted(Comparator.comparing(IndexEntry::className)).toList();
    }
    return sorted;
  }

  private void read(URL url) {
    String shown = url.toExternalForm();
    byte[] bytes;
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        bytes = in.readAllBytes();
      }
    } catch (IOException e) {
      error(shown, 0, "The index cannot be read: " + reason(e) + ".");
      return;
    }
    String text = Utf8.decode(bytes, 0, bytes.length);
    if (text == null) {
      error(shown, 0, "The index is not UTF-8.");
      return;
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        if (!IndexFormat.isComment(line)) {
          add(IndexFormat.read(line), shown, number);
        }
      } catch (IndexFormat.BrokenLine e) {
        error(shown, number, "The line " + e.getMessage() + ".");
      }
    }
  }

  private void add(IndexEntry entry, String index, int line) {
    String earlier = indexByClass.putIfAbsent(entry.className(), index);
    if (earlier == null) {
      entries.put(entry.className(), entry);
      return;
    }
    problems.add(
        ScriptProblem.error(
            ErrorCode.DUPLICATE_CLASS,
            new SourceLocation(index, line),
            "The class \""
                + entry.className()
                + "\" is listed already, in \""
                + earlier
                + "\"; only one of the two can be loaded.",
            "Take one of the two off the class path, or build them again."));
  }

  private void error(String shown, int line, String message) {
    problems.add(
        ScriptProblem.error(
            ErrorCode.INVALID_INDEX,
            new SourceLocation(shown, line),
            message,
            "Build the jar or folder again; a newer release may be needed to read it."));
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
