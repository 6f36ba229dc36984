package dev.anabranch.script.internal;

/**
 * Loads classes that were compiled in memory. They come before classes of the same name elsewhere:
 * a revision is never taken for a class of the application.
 */
public final class MemoryClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ClassFiles classes;

  /**
   * Creates a loader.
   *
   * @param classes what it loads
   * @param parent loads everything else
   */
  public MemoryClassLoader(ClassFiles classes, ClassLoader parent) {
    super(parent);
    this.classes = classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] file = classes.file(name);
    if (file == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, file, 0, file.length);
    }
  }
}
