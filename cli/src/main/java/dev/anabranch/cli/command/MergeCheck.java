package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.output.Console;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.testkit.confluence.MergeRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares branches that are about to be merged, without a database. */
final class MergeCheck {
  private final Project project;
  private final ProjectDialects dialects;
  private final Console console;

  @Inject
  MergeCheck(Project project, ProjectDialects dialects, Console console) {
    this.project = project;
    this.dialects = dialects;
    this.console = console;
  }

  Console console() {
    return console;
  }

  /**
   * Compares branches for the named product, else for the configured one, else for all.
   *
   * @param tips the ids in which they end
   */
  MergeFindings of(List<String> tips, Optional<String> product) {
    Optional<Dialect> one = product.map(dialects::named).or(dialects::dialect);
    List<MergeRelation> relations = new ArrayList<>();
    if (one.isPresent()) {
      relations.add(compare(tips, one.get()));
    } else {
      dialects.names().forEach(name -> relations.add(compare(tips, dialects.named(name))));
      // A project need not be written for every product there is.
      List<MergeRelation> readable =
          relations.stream().filter(relation -> relation.unreadable().isEmpty()).toList();
      if (!readable.isEmpty()) {
        relations.retainAll(readable);
      }
    }
    return MergeFindings.of(tips, relations, project.scripts());
  }

  private MergeRelation compare(List<String> tips, Dialect dialect) {
    return MergeRelation.of(project.scripts(), tips, dialect, project.settings().naming());
  }
}
