package dev.anabranch.cli.output;

import dev.anabranch.operation.Operation;
import dev.anabranch.testkit.report.VerifiedProject;
import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.RevisionResult;
import dev.anabranch.testkit.verify.RevisionResult.Status;
import dev.anabranch.testkit.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a verification found, as JSON; the reference of JSON output tells the form. */
public final class VerificationJson {
  private VerificationJson() {}

  /**
   * Writes the members of a verification.
   *
   * @param files the files that were written
   */
  public static void write(JsonWriter json, VerifiedProject project, List<Path> files)
      throws IOException {
    json.bool("passed", project.passed())
        .objects("products", project.reports(), report -> product(json, report))
        .texts("files", files.stream().map(Path::toString).toList());
  }

  private static void product(JsonWriter json, VerificationReport report) throws IOException {
    json.text("product", report.product())
        .text("server", report.server())
        .bool("passed", report.passed())
        .number("rows", report.rows())
        .number("seed", report.seed())
        .number("passedRevisions", report.count(Status.PASSED))
        .number("failedRevisions", report.count(Status.FAILED))
        .number("upgradedOnlyRevisions", report.count(Status.UPGRADED_ONLY))
        .number("notReachedRevisions", report.count(Status.NOT_REACHED))
        .number("durationMillis", report.duration().toMillis())
        .objects("revisions", report.revisions(), result -> revision(json, result))
        .objects("project", report.project(), check -> check(json, check));
  }

  private static void revision(JsonWriter json, RevisionResult result) throws IOException {
    json.text("id", result.revision().id())
        .text("status", lower(result.status()))
        .number("durationMillis", result.duration().toMillis())
        .objects("checks", result.checks(), check -> check(json, check));
  }

  private static void check(JsonWriter json, CheckResult check) throws IOException {
    json.text("check", lower(check.check()))
        .text("title", check.title())
        .text("outcome", lower(check.outcome()))
        .text("reason", check.reason())
        .objects(
            "findings",
            check.findings(),
            finding ->
                json.text("severity", lower(finding.severity()))
                    .text("message", finding.message())
                    .texts("mending", finding.mending().stream().map(Operation::describe).toList())
                    .text("hint", finding.hint()));
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
