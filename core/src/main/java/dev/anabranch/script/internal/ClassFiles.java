package dev.anabranch.script.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiled classes by their binary names. Immutable: nobody changes the bytes. */
public final class ClassFiles {

  private final SortedMap<String, byte[]> files;
  private final Map<String, String> origins;

  /**
   * Takes over class files, which the caller changes no more.
   *
   * @param files the files by binary name
   * @param origins the path of the source of each class, as far as it is known
   */
  ClassFiles(Map<String, byte[]> files, Map<String, String> origins) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    this.origins = Collections.unmodifiableMap(new TreeMap<>(origins));
  }

  /** Returns the path of the source of a class; empty if it is not known. */
  public String origin(String className) {
    return origins.getOrDefault(className, "");
  }

  SortedMap<String, byte[]> files() {
    return files;
  }

  byte @Nullable [] file(String className) {
    return files.get(className);
  }

  /**
   * Returns the classes that name a type in their constant pool, in order of their names. A class
   * that is annotated with a type does; one that only mentions it may, too.
   *
   * @param typeName the binary name of the type
   */
  public List<String> mentioning(String typeName) {
    byte[] wanted = ("L" + typeName.replace('.', '/') + ";").getBytes(StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          if (contains(bytes, wanted)) {
            names.add(name);
          }
        });
    return names;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int from = 0; from <= bytes.length - wanted.length; from++) {
      int i = 0;
      while (i < wanted.length && bytes[from + i] == wanted[i]) {
        i++;
      }
      if (i == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
