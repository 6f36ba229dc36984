package dev.anabranch.script;

import dev.anabranch.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a new revision in Java. */
final class JavaTemplate {

  private JavaTemplate() {}

  /**
   * Returns the text of a new file.
   *
   * @param revision what the header declares
   * @param messageOfFileName the message the file's name stands for; another one is written into
   *     the header
   * @param created when the file is created
   * @param className the simple name of the class
   */
  static String render(
      Revision revision, String messageOfFileName, Instant created, String className) {
    boolean merge = revision.downRevisions().size() > 1;
    return """
        import static dev.anabranch.migration.Definitions.*;

        import dev.anabranch.migration.Migration;
        import dev.anabranch.migration.Operations;
        import dev.anabranch.migration.RevisionInfo;

        @RevisionInfo(
            %s)
        public class %s implements Migration {

          @Override
          public void upgrade(Operations op) {
            // %s
          }

          @Override
          public void downgrade(Operations op) {
            // %s
          }
        }
        """
        .formatted(
            String.join(",\n    ", attributes(revision, messageOfFileName, created)),
            className,
            merge
                ? "Joins the branches; operations are needed only where they conflict."
                : "The change, such as op.addColumn(\"customer\", column(\"last_order\", date()));",
            merge
                ? "Takes back what stands above."
                : "What takes it back, such as op.dropColumn(\"customer\", \"last_order\");");
  }

  private static List<String> attributes(
      Revision revision, String messageOfFileName, Instant created) {
    List<String> attributes = new ArrayList<>();
    attributes.add("id = " + quoted(revision.id()));
    attributes.add("revises = " + list(revision.downRevisions()));
    if (!revision.labels().isEmpty()) {
      attributes.add("labels = " + list(revision.labels()));
    }
    if (!revision.dependsOn().isEmpty()) {
      attributes.add("dependsOn = " + list(revision.dependsOn()));
    }
    if (!revision.message().equals(messageOfFileName)) {
      attributes.add("message = " + quoted(revision.message()));
    }
    attributes.add("created = " + quoted(created.toString()));
    return attributes;
  }

  private static String list(List<String> texts) {
    return texts.stream().map(JavaTemplate::quoted).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
  }
}
