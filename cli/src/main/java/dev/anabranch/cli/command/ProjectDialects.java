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
    return dialect().map(ProjectDialects::checked).map(List::of).orElse(List.of());
  }

  /** Returns the product the configuration tells, without a server, if it tells one. */
  Optional<Dialect> dialect() {
    Dialects dialects = Dialects.load(ProjectDialects.class.getClassLoader());
    ConnectionSettings connection;
    try {
      connection = project.configuration().connection();
    } catch (ConfigurationException e) {
      return Optional.empty();
    }
    Optional<String> named = connection.dialect();
    return named
        .map(name -> dialects.named(name).offline(name))
        .or(() -> connection.url().flatMap(url -> offline(dialects, url)));
  }

  /**
   * Returns a product without a server.
   *
   * @throws dev.anabranch.dialect.UnsupportedServerException if there is none of that name
   */
  Dialect named(String product) {
    return Dialects.load(ProjectDialects.class.getClassLoader()).named(product).offline(product);
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
