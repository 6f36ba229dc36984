package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.UsageException;
import dev.anabranch.cli.config.ConfigurationKey;
import dev.anabranch.cli.config.Durations;
import dev.anabranch.cli.config.ProjectSettings;
import dev.anabranch.cli.config.Secrets;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.verification.RevisionSelection;
import dev.anabranch.cli.verification.ScratchServers;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.MigrationPlanner;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.confluence.ConfluenceOptions.ProofPolicy;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.HandWrittenRows;
import dev.anabranch.testkit.verify.LossPolicy;
import dev.anabranch.testkit.verify.ProjectDifference;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns the options of {@code verify} into what a verification needs, or says what is wrong. */
final class VerifyOptions {
  private static final Duration YOUNGEST_LEFTOVER = Duration.ofHours(1);

  private final Project project;
  private final Environment environment;
  private final Secrets secrets;
  private final Dialects dialects = Dialects.load(VerifyOptions.class.getClassLoader());

  @Inject
  VerifyOptions(Project project, Environment environment, Secrets secrets) {
    this.project = project;
    this.environment = environment;
    this.secrets = secrets;
  }

  RevisionSelection selection(Arguments arguments) {
    return new RevisionSelection(
        project.graph(),
        project.settings().directory(),
        arguments.positional(0),
        arguments.value("only-changed-since"));
  }

  /** Returns what is proved, and how. */
  ProjectOptions verification(Arguments arguments, Set<String> ids, List<HandWrittenRows> rows) {
    ProjectOptions standard = ProjectOptions.of(revisions(arguments, ids, rows));
    Set<Property> properties = EnumSet.of(Property.ROUND_TRIP);
    if (arguments.has("confluence")) {
      properties.add(Property.CONFLUENCE);
    }
    if (arguments.has("equivalence")) {
      properties.add(Property.EQUIVALENCE);
    }
    return standard
        .proving(properties)
        .withConfluence(orders(arguments, standard.confluence()))
        .allowing(allowedDifferences(arguments));
  }

  private VerificationOptions revisions(
      Arguments arguments, Set<String> ids, List<HandWrittenRows> rows) {
    ProjectSettings settings = project.settings();
    List<String> heads = arguments.values("heads");
    MigrationPlanner planner = new MigrationPlanner(project.graph());
    // A wrong one is told now and not after all the work.
    heads.forEach(head -> planner.resolve(RevisionTarget.parse(head)));
    VerificationOptions.Builder builder =
        VerificationOptions.builder()
            .revisions(ids)
            .allowedHeads(heads)
            .handWrittenRows(rows)
            .naming(settings.naming())
            .versionTable(settings.versionTable())
            .classLoader(VerifyOptions.class.getClassLoader());
    arguments
        .value("losses")
        .ifPresent(word -> builder.losses(LossPolicy.valueOf(word.toUpperCase(Locale.ROOT))));
    arguments.value("rows").ifPresent(text -> builder.rows(rows(text)));
    arguments.value("seed").ifPresent(text -> builder.seed(seed(text)));
    return builder.build();
  }

  private ConfluenceOptions orders(Arguments arguments, ConfluenceOptions standard) {
    Optional<ProofPolicy> policy =
        arguments.value("proofs").map(word -> ProofPolicy.valueOf(word.toUpperCase(Locale.ROOT)));
    if (policy.isPresent() && !arguments.has("confluence")) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot run \"verify\": --proofs goes with --confluence only.",
          "A proof is one about the order of branches.");
    }
    if (policy.filter(ProofPolicy.WRITTEN::equals).isPresent()
        && !selection(arguments).isEverything()) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot run \"verify\": --proofs written is about whole branches, of which RANGE and"
              + " --only-changed-since leave something out.",
          "Write proofs in a run over every revision; they are read in any run.");
    }
    return policy.map(standard::withProofs).orElse(standard);
  }

  private List<ProjectDifference> allowedDifferences(Arguments arguments) {
    Optional<String> file = arguments.value("allowed-differences");
    if (file.isPresent() && !arguments.has("equivalence")) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot run \"verify\": --allowed-differences goes with --equivalence only.",
          "Without it products are not compared with each other.");
    }
    return file.map(this::allowedDifferences).orElse(List.of());
  }

  private List<ProjectDifference> allowedDifferences(String file) {
    try {
      return ProjectDifference.read(environment.workingDirectory().resolve(file));
    } catch (UncheckedIOException e) {
      throw new CommandException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot read the allowed differences in \"" + file + "\": there is no such file.",
          "Each line of it is: subject | aspect | reason.",
          e);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ErrorCode.INVALID_ARGUMENT,
          String.valueOf(e.getMessage()),
          "Each line of it is: subject | aspect | reason.",
          e);
    }
  }

  static void requireSeveral(List<TestServer> servers, ProjectOptions verification) {
    if (verification.proves(Property.EQUIVALENCE) && servers.size() < 2) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot compare products: only " + servers.get(0).product() + " was asked for.",
          "Name another one by --on, with a server of it by --scratch.");
    }
  }

  /**
   * Returns how old scratch databases are that nobody needs any more, if they are to be dropped.
   */
  Optional<Duration> leftoverAge(Arguments arguments) {
    return arguments.value("drop-leftovers").map(VerifyOptions::leftoverAge);
  }

  // A run that still goes on may have databases without a session; younger ones may be its own.
  private static Duration leftoverAge(String text) {
    return Durations.parse(text)
        .filter(age -> age.compareTo(YOUNGEST_LEFTOVER) >= 0)
        .orElseThrow(
            () ->
                new UsageException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot use \""
                        + text
                        + "\" for --drop-leftovers: it is no span of time of an hour or more.",
                    "Write one that is longer than any verification on the server, such as 24h."));
  }

  private static int rows(String text) {
    if (!text.matches("\\d{1,6}")) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot use \"" + text + "\" for --rows: it is no number from 0 to 999999.",
          "20 is the default; 0 verifies the structure alone.");
    }
    return Integer.parseInt(text);
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot use \"" + text + "\" for --seed: it is no whole number.",
          "The reports of an earlier run tell its seed.");
    }
  }

  List<HandWrittenRows> handWrittenRows(Arguments arguments) {
    Optional<String> folder = arguments.value("rows-folder");
    if (folder.isEmpty()) {
      return List.of();
    }
    Path directory = environment.workingDirectory().resolve(folder.get());
    List<HandWrittenRows> rows;
    try {
      rows = HandWrittenRows.folder(directory);
    } catch (UncheckedIOException e) {
      throw new CommandException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot read the rows in \"" + folder.get() + "\": there is no such folder.",
          "--rows-folder names the folder of files such as ae1.before.sql.",
          e);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          ErrorCode.INVALID_ARGUMENT, String.valueOf(e.getMessage()), "Rename it.", e);
    }
    for (HandWrittenRows each : rows) {
      if (project.graph().find(each.revision()).isEmpty()) {
        throw new CommandException(
            ErrorCode.INVALID_ARGUMENT,
            "Cannot use the rows of \""
                + each.origin()
                + "\": no revision has the id \""
                + each.revision()
                + "\".",
            "The name of such a file begins with the whole id.");
      }
      for (String product : each.products()) {
        dialects.named(product);
      }
    }
    return rows;
  }

  List<TestServer> servers(Arguments arguments) {
    return new ScratchServers(
            dialects, environment.variables(), arguments.value("scratch-user"), this::keepSecret)
        .find(arguments.values("on"), arguments.values("scratch"), this::configuredProduct);
  }

  private void keepSecret(String text) {
    if (text.startsWith("jdbc:")) {
      secrets.addUrl(text);
    } else {
      secrets.addPassword(text);
    }
  }

  /**
   * The database is not asked: what its URL tells is enough to look for a server like it, and its
   * password need not be there.
   */
  private Optional<String> configuredProduct() {
    return shown(ConfigurationKey.DIALECT)
        .or(
            () ->
                shown(ConfigurationKey.URL)
                    .flatMap(url -> dialects.forUrl(url).map(provider -> provider.product(url))));
  }

  private Optional<String> shown(ConfigurationKey key) {
    return project.configuration().shown().stream()
        .filter(setting -> setting.key() == key)
        .flatMap(setting -> setting.values().stream())
        .findFirst();
  }
}
