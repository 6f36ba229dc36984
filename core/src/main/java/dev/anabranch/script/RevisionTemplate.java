package dev.anabranch.script;

import dev.anabranch.revision.Revision;
import java.time.Instant;
import java.util.List;

/** The text of a new revision file. */
final class RevisionTemplate {

  /** Where values begin, so that they stand below each other. */
  private static final int WORD_WIDTH = "depends-on".length() + 2;

  private final StringBuilder text = new StringBuilder();

  private RevisionTemplate() {}

  /**
   * Returns the text of a new file.
   *
   * @param revision what the header declares
   * @param messageOfFileName the message the file's name stands for; another one is written into
   *     the header
   * @param created when the file is created
   * @param dialects the dialects that get sections of their own; empty for plain sections
   */
  static String render(
      Revision revision, String messageOfFileName, Instant created, List<String> dialects) {
    RevisionTemplate template = new RevisionTemplate();
    template.header(revision, messageOfFileName, created);
    template.sections(
        "upgrade",
        dialects,
        revision.downRevisions().size() > 1
            ? "-- Joins the branches; statements are needed only where they conflict."
            : "-- The statements of the change, each ended by a semicolon.");
    template.sections(
        "downgrade",
        dialects,
        revision.downRevisions().size() > 1
            ? "-- Takes back what stands above."
            : "-- The statements that take it back. If there is no way back, put a line\n"
                + "-- with @irreversible and the reason in place of this section.");
    return template.text.toString();
  }

  private void header(Revision revision, String messageOfFileName, Instant created) {
    directive("revision", revision.id());
    directive("revises", String.join(", ", revision.downRevisions()));
    list("labels", revision.labels());
    list("depends-on", revision.dependsOn());
    directive("created", created.toString());
    if (!revision.message().equals(messageOfFileName)) {
      directive("message", revision.message());
    }
  }

  private void sections(String word, List<String> dialects, String hint) {
    for (String dialect : dialects.isEmpty() ? List.of("") : dialects) {
      text.append("\n-- @").append((word + " " + dialect).strip()).append('\n');
      text.append(hint).append("\n");
    }
  }

  private void list(String word, List<String> values) {
    if (!values.isEmpty()) {
      directive(word, String.join(", ", values));
    }
  }

  private void directive(String word, String value) {
    text.append("-- @").append(word);
    if (!value.isEmpty()) {
      text.append(" ".repeat(WORD_WIDTH - word.length())).append(value);
    }
    text.append('\n');
  }
}
