package dev.anabranch.script;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file or class found in a location. */
sealed interface ScriptSource permits ScriptSource.OnDisk, ScriptSource.InJar, IndexedSource {

  /** Returns the name users see, which begins with the location as they wrote it. */
  String shown();

  /** Returns whether the file is a Java source. */
  default boolean isJava() {
    return fileName().toLowerCase(Locale.ROOT).endsWith(".java");
  }

  /** Returns the name of the file alone. */
  String fileName();

  /** Returns the file on disk, if it is one. */
  Optional<Path> file();

  /** Opens the file for reading from the start. */
  InputStream open() throws IOException;

  /** A file of a file system. */
  record OnDisk(String shown, Path path) implements ScriptSource {

    @Override
    public String fileName() {
      return path.getFileName().toString();
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(path);
    }

    @Override
    public InputStream open() throws IOException {
      // Opening thousands of small files is most of the work of loading a project, and this stream
      // does it with the
      // fewest steps: Files.newInputStream makes a channel and asks for the attributes first.
      return path.getFileSystem() == FileSystems.getDefault()
          ? new FileInputStream(path.toFile())
          : Files.newInputStream(path);
    }
  }

  /** An entry of a jar on the class path. */
  record InJar(String shown, URL url) implements ScriptSource {

    @Override
    public String fileName() {
      return shown.substring(shown.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public InputStream open() throws IOException {
      URLConnection connection = url.openConnection();
      // A cached jar stays open, and locked on Windows, as long as the process lives.
      connection.setUseCaches(false);
      return connection.getInputStream();
    }
  }
}
