package dev.anabranch.testkit.fault;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.testkit.corpus.CorpusRevision;
import dev.anabranch.testkit.corpus.PossibleOperations;
import dev.anabranch.testkit.corpus.RevisionCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a corpus as revision files in the SQL of a product. */
final class CorpusFiles {

  private final Dialect dialect;
  private final Path folder;

  CorpusFiles(Dialect dialect, Path folder) {
    this.dialect = dialect;
    this.folder = folder;
  }

  void write(RevisionCorpus corpus) throws IOException {
    PossibleOperations possible = new PossibleOperations(dialect);
    String parent = "";
    for (CorpusRevision revision : corpus.revisions()) {
      String id = "r%03d".formatted(revision.number());
      Files.writeString(folder.resolve(id + ".sql"), text(id, parent, possible.next(revision)));
      parent = id;
    }
  }

  private String text(String id, String parent, List<Operation> operations) {
    StringBuilder text = new StringBuilder("-- @revision " + id + "\n-- @revises " + parent + "\n");
    section("upgrade", operations, text);
    Inverse inverse = Inverses.of(operations);
    if (inverse instanceof Inverse.Of back) {
      section("downgrade", back.operations(), text);
    } else {
      String reason = ((Inverse.None) inverse).reason().replaceAll("\\s+", " ");
      text.append("-- @irreversible ").append(reason).append('\n');
    }
    return text.toString();
  }

  private void section(String name, List<Operation> operations, StringBuilder text) {
    List<DdlStatement> statements =
        operations.stream().flatMap(each -> dialect.ddl().compile(each).stream()).toList();
    text.append("-- @").append(name).append('\n');
    if (statements.stream()
        .anyMatch(each -> each.placement() == DdlStatement.Placement.OUTSIDE_TRANSACTION)) {
      text.append("-- @transaction off\n");
    }
    for (DdlStatement statement : statements) {
      statement.preparation().forEach(each -> text.append(each).append(";\n"));
      text.append(statement.sql()).append(";\n");
    }
  }
}
