package dev.anabranch.script;

import org.jspecify.annotations.Nullable;

/** Makes a header of what stands in a Java source. */
final class JavaHeaders {

  private JavaHeaders() {}

  static HeaderReader.Beginning of(
      JavaHeaderParser parser, ScriptSource source, FileNameTemplate fileNames) {
    RevisionInfoText info = parser.info();
    DeclaredClass annotated = parser.annotated();
    if (info == null || annotated == null) {
      return new HeaderReader.Beginning(null, parser.classes(), info == null);
    }
    String description = JavadocText.of(parser.documentation());
    @Nullable Header header =
        info.header(
            source,
            id -> messageOf(source.fileName(), annotated.simpleName(), id, fileNames),
            description);
    return new HeaderReader.Beginning(header, parser.classes(), false);
  }

  /** Returns the message that a file stands for: its slug, or the words of its class's name. */
  private static String messageOf(
      String fileName, String simpleName, String id, FileNameTemplate fileNames) {
    return fileName.equals(simpleName + ".java")
        ? ClassNames.words(simpleName)
        : fileNames.messageOf(fileName, id);
  }
}
