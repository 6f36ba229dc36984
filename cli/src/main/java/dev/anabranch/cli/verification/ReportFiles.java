package dev.anabranch.cli.verification;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.testkit.report.HtmlReport;
import dev.anabranch.testkit.report.JunitXmlReport;
import dev.anabranch.testkit.report.VerifiedProject;
import dev.anabranch.testkit.verify.VerificationReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the page and the XML of a verification. */
public final class ReportFiles {
  private final Path folder;

  /**
   * Creates files in a folder.
   *
   * @param folder the folder, made if it is not there
   */
  public ReportFiles(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder, so that a verification does not find out at its end that it cannot. */
  public void prepare() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /**
   * Writes.
   *
   * @return the files, the page first
   */
  public List<Path> write(VerifiedProject project) {
    List<Path> files = new ArrayList<>();
    files.add(write(HtmlReport.FILE_NAME, out -> HtmlReport.write(project, out)));
    for (VerificationReport report : project.reports()) {
      files.add(write(JunitXmlReport.fileName(report), out -> JunitXmlReport.write(report, out)));
    }
    return files;
  }

  @FunctionalInterface
  private interface Content {
    void write(Writer out) throws IOException;
  }

  private Path write(String name, Content content) {
    Path file = folder.resolve(name);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      content.write(out);
      return file;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  // The message of most such errors is the name of the file, or of a folder above it.
  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such folder, and it cannot be made";
    } else if (e instanceof AccessDeniedException) {
      return "nothing may be written there";
    } else if (e instanceof FileAlreadyExistsException) {
      return "a file stands where a folder is needed";
    }
    String told = e instanceof FileSystemException failure ? failure.getReason() : null;
    return String.valueOf(told == null ? e.getMessage() : told);
  }

  private static VerificationException failure(Path file, IOException e) {
    return new VerificationException(
        ErrorCode.FILE_NOT_WRITTEN,
        "Cannot write the report \"" + file + "\": " + reason(e) + ".",
        "Name another folder with --report.",
        e);
  }
}
