package dev.anabranch.script.internal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/** Gives the compiler its sources from memory and keeps its classes there. For one compilation. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final Map<String, ClassFile> classes = new TreeMap<>();
  private final Map<String, String> origins = new TreeMap<>();

  MemoryFiles(StandardJavaFileManager standard) {
    super(standard);
  }

  ClassFiles written() {
    Map<String, byte[]> bytes = new TreeMap<>();
    classes.forEach((name, file) -> bytes.put(name, file.content.toByteArray()));
    return new ClassFiles(bytes, origins);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
    ClassFile file = new ClassFile(className);
    classes.put(className, file);
    if (sibling instanceof Source source) {
      origins.put(className, source.source().path());
    }
    return file;
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    boolean inMemory = a instanceof SimpleJavaFileObject || b instanceof SimpleJavaFileObject;
    return inMemory ? a.equals(b) : super.isSameFile(a, b);
  }

  private static URI uri(String name) {
    try {
      return new URI("memory", null, "/" + name, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no name of a file: " + name, e);
    }
  }

  /** A source that may declare a public class of any name. */
  static final class Source extends SimpleJavaFileObject {

    private final SourceText source;

    Source(SourceText source) {
      super(uri(source.fileName()), Kind.SOURCE);
      this.source = source;
    }

    SourceText source() {
      return source;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      // The compiler asks with these names what kind of source it has before it.
      if (simpleName.equals("package-info") || simpleName.equals("module-info")) {
        return super.isNameCompatible(simpleName, kind);
      }
      return kind == Kind.SOURCE;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    ClassFile(String className) {
      super(uri(className.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return content;
    }
  }
}
