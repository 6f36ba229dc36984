package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.config.ConfigurationFile;
import dev.anabranch.cli.config.DatabaseSelection;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.cli.output.VerificationJson;
import dev.anabranch.cli.output.VerificationProgress;
import dev.anabranch.cli.output.VerificationText;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.process.Interruption;
import dev.anabranch.cli.verification.ReportFiles;
import dev.anabranch.cli.verification.RevisionSelection;
import dev.anabranch.cli.verification.Verification;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.report.VerifiedProject;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.HandWrittenRows;
import dev.anabranch.testkit.verify.VerificationReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proves revisions on scratch databases. */
public final class VerifyCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject(
              "verify", "Prove that revisions go up, down and up again, on scratch databases")
          .paragraph(
              "For each revision a scratch database is brought to what the revision stands on; it is"
                  + " upgraded, downgraded and upgraded again, with rows in the tables, and after"
                  + " each step schema and rows are compared with what was there. A failure stops"
                  + " nothing; exits with 11 if there is one. Without RANGE every revision is"
                  + " verified.")
          .paragraph(
              "The configured database is never touched. Scratch databases are made in this process"
                  + " for H2, else on the server that --scratch names, or in a container where"
                  + " Testcontainers is on ANABRANCH_CLASSPATH and an engine answers. What was made"
                  + " bears a mark that is looked for before anything is dropped. Users and passwords"
                  + " of scratch servers are read from ANABRANCH_SCRATCH_USER and"
                  + " ANABRANCH_SCRATCH_PASSWORD, or from ANABRANCH_SCRATCH_POSTGRESQL_PASSWORD and"
                  + " the like for one product.")
          .positional(
              PositionalDescription.optional(
                  "RANGE",
                  "What to verify, such as ae1:heads, billing@base: or a single ae1",
                  Completes.REVISION))
          .option(
              OptionDescription.value(
                      "on",
                      "PRODUCT",
                      "Verify on this product, such as postgresql; by default those of --scratch,"
                          + " or else that of the configured URL")
                  .repeated())
          .option(
              OptionDescription.value(
                      "scratch", "URL", "Make scratch databases on this server; one for a product")
                  .repeated())
          .option(
              OptionDescription.value(
                  "scratch-user", "NAME", "The user on the servers of --scratch"))
          .option(
              OptionDescription.value(
                  "drop-leftovers",
                  "AGE",
                  "First drop scratch databases that killed runs left on the servers: those that bear"
                      + " the mark, are older than AGE (1h or more) and have no session"))
          .option(
              OptionDescription.value(
                  "rows", "N", "Fill each table with N rows; 20 by default, 0 for the structure"))
          .option(
              OptionDescription.value(
                  "seed", "N", "What the rows are made from; the same N gives the same rows"))
          .option(
              OptionDescription.value(
                      "losses",
                      "POLICY",
                      "Losses have to be declared by the revision (the default), or are only"
                          + " reported")
                  .oneOf("declared", "reported"))
          .option(
              OptionDescription.value(
                      "heads", "TARGET", "Allow this head; by default there may be one, whichever")
                  .repeated()
                  .completing(Completes.REVISION))
          .option(
              OptionDescription.value(
                      "rows-folder",
                      "DIR",
                      "Rows written by hand: ae1.before.sql, ae1.after.postgresql.sql")
                  .completing(Completes.DIRECTORY))
          .option(
              OptionDescription.flag(
                  "confluence",
                  "Prove as well that the order of parallel branches makes no difference"))
          .option(
              OptionDescription.value(
                      "proofs",
                      "POLICY",
                      "With --confluence: what files such as ae1.proof.json prove is not run again"
                          + " (the default), is also written down, or is run all the same")
                  .oneOf("read", "written", "ignored"))
          .option(
              OptionDescription.flag(
                  "equivalence",
                  "Prove as well that the products get the same schema; takes two or more"))
          .option(
              OptionDescription.value(
                      "allowed-differences",
                      "FILE",
                      "With --equivalence: what may differ, as lines of subject | aspect | reason")
                  .completing(Completes.FILE))
          .option(
              OptionDescription.value(
                  "only-changed-since",
                  "REF",
                  "Verify only revisions whose files differ from where this commit of git was left"))
          .option(
              OptionDescription.value(
                      "report", "DIR", "Write a page of HTML and the XML of JUnit into DIR")
                  .completing(Completes.DIRECTORY))
          .example("anabranch verify", "every revision, on the product of the project")
          .example(
              "anabranch verify --on h2 --on postgresql --scratch jdbc:postgresql://localhost/",
              "on two products at once")
          .example(
              "anabranch verify --only-changed-since origin/main --report build/verify",
              "what a branch has added, for a pull request")
          .example("anabranch verify --confluence", "and in every order that branches allow")
          .build();

  private final Project project;
  private final DatabaseSelection selection;
  private final VerifyOptions options;
  private final Environment environment;
  private final Console console;

  @Inject
  VerifyCommand(
      Project project,
      DatabaseSelection selection,
      VerifyOptions options,
      Environment environment,
      Console console) {
    this.project = project;
    this.selection = selection;
    this.options = options;
    this.environment = environment;
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    Databases.silenceDrivers();
    List<HandWrittenRows> rows = options.handWrittenRows(arguments);
    RevisionSelection chosen = options.selection(arguments);
    Set<String> ids = chosen.ids(rows);
    ProjectOptions verification =
        options.verification(arguments, chosen.isEverything() ? Set.of() : ids, rows);
    Optional<Duration> age = options.leftoverAge(arguments);
    if (ids.isEmpty()) {
      return nothing(chosen);
    }
    Optional<ReportFiles> files = arguments.value("report").map(this::reportFiles);
    files.ifPresent(ReportFiles::prepare);
    List<TestServer> servers = options.servers(arguments);
    VerifyOptions.requireSeveral(servers, verification);
    age.ifPresent(old -> servers.forEach(server -> dropLeftovers(server, old)));
    VerifiedProject verified =
        new VerifiedProject(name(), project.graph(), reports(verification, servers));
    List<Path> written = files.map(each -> each.write(verified)).orElse(List.of());
    if (console.isJson()) {
      console.json(json -> VerificationJson.write(json, verified, written));
    } else {
      new VerificationText(console).write(verified);
      written.stream().findFirst().ifPresent(page -> console.note("The page is " + page + "."));
    }
    return verified.passed() ? ExitStatus.DONE : ExitStatus.VERIFICATION_FAILED;
  }

  private void dropLeftovers(TestServer server, Duration age) {
    List<String> dropped = server.dropLeftovers(age);
    if (!dropped.isEmpty()) {
      console.note(
          "Dropped what killed runs left on "
              + server.product()
              + ": "
              + String.join(", ", dropped)
              + ".");
    }
  }

  private List<VerificationReport> reports(ProjectOptions verification, List<TestServer> servers) {
    try (VerificationProgress progress = new VerificationProgress(console)) {
      Verification run = new Verification(project.scripts(), verification, progress);
      Interruption.Watch watch = environment.interruption().during(() -> stop(run));
      try {
        return run.run(servers);
      } finally {
        watch.close();
      }
    }
  }

  private void stop(Verification run) {
    run.stop();
    console.note(
        "Stopping when the revisions that are being verified are done. A second Ctrl-C ends at once"
            + " and leaves scratch databases behind, which --drop-leftovers drops later.");
  }

  private ExitStatus nothing(RevisionSelection chosen) {
    if (console.isJson()) {
      VerifiedProject none = new VerifiedProject(name(), project.graph(), List.of());
      console.json(json -> VerificationJson.write(json, none, List.of()));
    } else {
      console.note(
          "Nothing to verify: "
              + chosen
                  .changedSince()
                  .map(reference -> "no revision has changed since " + reference)
                  .orElse("there is no such revision")
              + ".");
    }
    return ExitStatus.DONE;
  }

  private ReportFiles reportFiles(String folder) {
    Path directory = environment.workingDirectory().resolve(folder);
    return new ReportFiles(
        selection.of() > 1 ? directory.resolve(selection.database()) : directory);
  }

  private String name() {
    Path folder = project.settings().directory().toAbsolutePath().normalize().getFileName();
    String database = selection.database();
    return (folder == null ? "Anabranch" : folder.toString())
        + (database.equals(ConfigurationFile.DEFAULT_DATABASE) ? "" : ", " + database);
  }
}
