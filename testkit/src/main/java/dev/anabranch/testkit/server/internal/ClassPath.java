package dev.anabranch.testkit.server.internal;

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
}
