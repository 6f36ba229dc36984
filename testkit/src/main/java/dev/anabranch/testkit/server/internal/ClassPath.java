package dev.anabranch.testkit.server.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What the user put on the class path; optional libraries are asked for here before a class that
 * needs them is loaded.
 */
final class ClassPath {

  private ClassPath() {}

  static boolean has(String className) {
    try {
      Class.forName(className, false, ClassPath.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Returns what does a service, if it is there and whatever it needs as well. */
  static <T> Optional<T> service(Class<T> type) {
    try {
      return ServiceLoader.load(type, ClassPath.class.getClassLoader()).findFirst();
    } catch (ServiceConfigurationError | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Returns where a resource stands, or null. */
  static @Nullable URL resource(String name) {
    return ClassPath.class.getClassLoader().getResource(name);
  }

  /** Returns every place where a resource or a folder of resources stands. */
  static Enumeration<URL> resources(String name) throws IOException {
    return ClassPath.class.getClassLoader().getResources(name);
  }

  /**
   * Opens a resource.
   *
   * @throws IOException if it is not there
   */
  static InputStream open(String name) throws IOException {
    InputStream stream = ClassPath.class.getClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new IOException(name + " is not on the class path");
    }
    return stream;
  }
}
