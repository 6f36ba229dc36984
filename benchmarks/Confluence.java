import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import dev.anabranch.testkit.confluence.ConfluenceListener;
import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.confluence.ConfluenceReport;
import dev.anabranch.testkit.confluence.ConfluenceVerifier;
import dev.anabranch.testkit.confluence.MeetingResult;
import dev.anabranch.testkit.confluence.NonCommutingPair;
import dev.anabranch.testkit.server.TestServers;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.nio.file.Path;

/**
 * Times how long the order of all parallel revisions of a folder is verified.
 *
 * <p>Run it with the testkit, the dialects and the drivers on the class path, and a server as tests find it:
 * {@code java -cp ... Confluence.java FOLDER PRODUCT ROWS}.
 */
public final class Confluence {

  public static void main(String[] arguments) {
    RevisionScripts scripts =
        RevisionScripts.load(
            ScriptOptions.of(ScriptLocation.parse(arguments[0], Path.of(""))), Confluence.class.getClassLoader());
    VerificationOptions rows = VerificationOptions.builder().rows(Integer.parseInt(arguments[2])).build();
    ConfluenceReport report =
        new ConfluenceVerifier(
                scripts, TestServers.shared().require(arguments[1]), ConfluenceOptions.of(rows), ConfluenceListener.NONE)
            .verify();
    for (MeetingResult meeting : report.meetings()) {
      System.out.printf(
          "%-14s %-12s %5d pairs %5d settled %4d run %3d orders%n",
          meeting.meeting(), meeting.status(), meeting.pairs(), meeting.settled(), meeting.run(), meeting.orders());
      meeting.reason().ifPresent(System.out::println);
    }
    report.conflicts().stream().map(NonCommutingPair::describe).forEach(System.out::println);
    System.out.printf(
        "%s, %d rows a table: %d places, %d pairs, %d settled, %d run, %d databases, %.1f s%n",
        arguments[1],
        rows.rows(),
        report.meetings().size(),
        report.pairs(),
        report.settled(),
        report.run(),
        report.databases(),
        report.duration().toMillis() / 1000.0);
    System.exit(report.passed() ? 0 : 1);
  }
}
