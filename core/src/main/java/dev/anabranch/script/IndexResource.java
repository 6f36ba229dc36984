package dev.anabranch.script;

import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.script.internal.IndexEntry;
import dev.anabranch.script.internal.IndexFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The index among the results of a compilation. For one compilation. */
final class IndexResource {

  private final ProcessingEnvironment environment;
  private final Map<String, IndexEntry> earlier;

  IndexResource(ProcessingEnvironment environment) {
    this.environment = environment;
    this.earlier = read();
  }

  /** Returns how many revisions an earlier compilation left here. */
  int size() {
    return earlier.size();
  }

  /** Returns those of an earlier compilation whose classes are still there, and still revisions. */
  Map<String, IndexEntry> stillThere() {
    Map<String, IndexEntry> there = new TreeMap<>();
    earlier.forEach(
        (className, entry) -> {
          if (hasClassFile(className) && isRevision(className)) {
            there.put(className, entry);
          }
        });
    return there;
  }

  /**
   * Writes the index.
   *
   * @param entries the revisions
   * @param sources the classes compiled this time
   */
  void write(Collection<IndexEntry> entries, Collection<Element> sources) throws IOException {
    try (OutputStream out =
        environment
            .getFiler()
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                "",
                IndexFormat.RESOURCE,
                sources.toArray(Element[]::new))
            .openOutputStream()) {
      out.write(IndexFormat.write(entries).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Map<String, IndexEntry> read() {
    Map<String, IndexEntry> entries = new TreeMap<>();
    try (InputStream in = open("", IndexFormat.RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        add(line, entries);
      }
    } catch (IOException e) {
      // There is none yet.
      return entries;
    }
    return entries;
  }

  private static void add(String line, Map<String, IndexEntry> entries) {
    try {
      if (!IndexFormat.isComment(line)) {
        IndexEntry entry = IndexFormat.read(line);
        entries.put(entry.className(), entry);
      }
    } catch (IndexFormat.BrokenLine e) {
      // What cannot be read is written anew when its class is compiled.
      return;
    }
  }

  private boolean hasClassFile(String className) {
    int dot = className.lastIndexOf('.');
    String packageName = className.substring(0, Math.max(0, dot));
    try (InputStream in = open(packageName, className.substring(dot + 1) + ".class")) {
      return in.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private InputStream open(String packageName, String name) throws IOException {
    return environment
        .getFiler()
        .getResource(StandardLocation.CLASS_OUTPUT, packageName, name)
        .openInputStream();
  }

  /** A class that is compiled this time may have lost its annotation. */
  private boolean isRevision(String className) {
    @Nullable TypeElement type =
        environment.getElementUtils().getTypeElement(className.replace('$', '.'));
    return type == null || type.getAnnotation(RevisionInfo.class) != null;
  }
}
