package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.Anabranch;
import dev.anabranch.AnabranchBuilder;
import dev.anabranch.cli.config.ConfigurationException;
import dev.anabranch.cli.config.ConfigurationFile;
import dev.anabranch.cli.config.ConfigurationKey;
import dev.anabranch.cli.config.ConnectionSettings;
import dev.anabranch.cli.config.ProjectSettings;
import dev.anabranch.cli.config.Secrets;
import dev.anabranch.cli.output.Console;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/** The engine of the chosen database, put together when a command needs it. For one thread. */
public final class Databases {
  private final Project project;
  private final Secrets secrets;
  private final Console console;
  private @Nullable Anabranch opened;

  @Inject
  Databases(Project project, Secrets secrets, Console console) {
    this.project = project;
    this.secrets = secrets;
    this.console = console;
  }

  /**
   * How an engine is to differ from the configuration.
   *
   * @param listener hears what a run does
   * @param lockTimeout how long to wait for another run, absent for the configured time
   * @param dialect the dialect of scripts, absent for the one of the URL
   */
  public record Wishes(
      MigrationListener listener, Optional<Duration> lockTimeout, Optional<String> dialect) {
    /** Nothing differs. */
    public static final Wishes NONE =
        new Wishes(MigrationListener.NONE, Optional.empty(), Optional.empty());
  }

  /**
   * Returns an engine that connects to the database when it has to.
   *
   * @throws CommandException if no database is configured
   */
  public Anabranch online(Wishes wishes) {
    ConnectionSettings connection = project.configuration().connection();
    if (connection.url().isEmpty()) {
      throw noUrl();
    }
    silenceDrivers();
    return adopt(builder(wishes, connection).build());
  }

  /** Returns an engine that writes scripts and never connects. */
  public Anabranch offline(Wishes wishes) {
    return adopt(builder(wishes, project.configuration().connection()).build());
  }

  private Anabranch adopt(Anabranch anabranch) {
    opened = anabranch;
    project.adopt(anabranch::scripts);
    return anabranch;
  }

  /**
   * Drivers log to standard error, the URL with its password included; what matters, they throw.
   */
  static void silenceDrivers() {
    LogManager.getLogManager().reset();
  }

  private AnabranchBuilder builder(Wishes wishes, ConnectionSettings connection) {
    ProjectSettings settings = project.settings();
    connection.password().ifPresent(secrets::addPassword);
    connection.url().ifPresent(secrets::addUrl);
    AnabranchBuilder builder =
        Anabranch.builder()
            .scripts(project.scriptOptions())
            .classLoader(Databases.class.getClassLoader())
            .versionTable(settings.versionTable())
            .transactionScope(
                TransactionScope.valueOf(settings.transaction().toUpperCase(Locale.ROOT)))
            .lockTimeout(wishes.lockTimeout().orElse(settings.lockTimeout()))
            .listener(wishes.listener())
            .namingConvention(settings.naming());
    connection.url().ifPresent(builder::url);
    connection.user().ifPresent(builder::user);
    connection.password().ifPresent(builder::password);
    wishes.dialect().or(connection::dialect).ifPresent(builder::dialect);
    return builder;
  }

  /** Returns the version rows of the database. */
  public List<String> rows() {
    Anabranch anabranch = opened == null ? online(Wishes.NONE) : opened;
    return anabranch.current().rows();
  }

  /** Returns the version rows, or nothing after a note that says why they cannot be had. */
  public Optional<List<String>> rowsIfReachable() {
    if (project.configuration().setting(ConfigurationKey.URL).isEmpty()) {
      return Optional.empty();
    }
    Anabranch anabranch;
    try {
      anabranch = opened == null ? online(Wishes.NONE) : opened;
    } catch (ConfigurationException e) {
      e.problems().stream().findFirst().ifPresent(problem -> notShown(problem.toString()));
      return Optional.empty();
    }
    // Broken files are no matter of the database and end the command.
    anabranch.graph();
    try {
      return Optional.of(anabranch.current().rows());
    } catch (AnabranchException e) {
      notShown(firstLine(e));
      return Optional.empty();
    }
  }

  private void notShown(String reason) {
    console.note("What is applied is not shown. " + secrets.redact(reason));
  }

  private static String firstLine(AnabranchException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private CommandException noUrl() {
    String file = project.file().displayName();
    List<String> names = project.file().databases();
    String database = project.configuration().database();
    if (database.equals(ConfigurationFile.DEFAULT_DATABASE) && !names.isEmpty()) {
      return new CommandException(
          ErrorCode.DATABASE_NOT_CHOSEN,
          "Cannot choose a database: \""
              + file
              + "\" has "
              + String.join(", ", names)
              + ", and none without a name.",
          "Add -n NAME, or --all for every one.");
    }
    return new CommandException(
        ErrorCode.NO_DATABASE,
        "Cannot connect: \"" + file + "\" has no URL of a database.",
        "Set url in its section [database], or the variable ANABRANCH_DATABASE_URL.");
  }
}
