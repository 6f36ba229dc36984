package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.config.ConfigurationException;
import dev.anabranch.cli.config.ConnectionSettings;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.script.CheckedDialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The dialects there are, and the one of the chosen database. */
final class ProjectDialects {
  private final Project project;

  @Inject
  ProjectDialects(Project project) {
    this.project = project;
  }

  /**
   * Returns the dialect the configuration tells, if it tells one; a missing password does not
   * matter here.
   */
  List<CheckedDialect> configured() {
    Dialects dialects = Dialects.load(ProjectDialects.class.getClassLoader());
    ConnectionSettings connection;
    try {
      connection = project.configuration().connection();
    } catch (ConfigurationException e) {
      return List.of();
    }
    Optional<String> named = connection.dialect();
    Optional<Dialect> dialect =
        named
            .map(name -> dialects.named(name).offline(name))
            .or(() -> connection.url().flatMap(url -> offline(dialects, url)));
    return dialect.map(ProjectDialects::checked).map(List::of).orElse(List.of());
  }

  private static Optional<Dialect> offline(Dialects dialects, String url) {
    return dialects.forUrl(url).map(provider -> provider.offline(provider.product(url)));
  }

  private static CheckedDialect checked(Dialect dialect) {
    return new CheckedDialect(dialect.names(), dialect.splitter(), dialect::controlsTransaction);
  }

  /** Returns every name a section may have. */
  Set<String> names() {
    return new TreeSet<>(Dialects.load(ProjectDialects.class.getClassLoader()).products());
  }
}
