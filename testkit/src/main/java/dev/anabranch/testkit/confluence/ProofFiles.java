package dev.anabranch.testkit.confluence;

import dev.anabranch.Anabranch;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.ConfluenceOptions.ProofPolicy;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The proof files of a project, as one verification uses them. */
final class ProofFiles {

  private final RevisionScripts scripts;
  private final ConfluenceOptions options;
  private final Dialect dialect;
  private final Relations relations;

  ProofFiles(
      RevisionScripts scripts, ConfluenceOptions options, Dialect dialect, Relations relations) {
    this.scripts = scripts;
    this.options = options;
    this.dialect = dialect;
    this.relations = relations;
  }

  private Optional<Path> file(Meeting meeting) {
    return meeting
        .revision()
        .flatMap(revision -> scripts.script(revision.id()))
        .flatMap(ProofFile::beside);
  }

  boolean isProved(Meeting meeting) {
    return options.proofs() != ProofPolicy.IGNORED
        && file(meeting)
            .filter(
                file ->
                    ProofFile.state(file, dialect.name(), hash(meeting)) == ProofFile.State.VALID)
            .isPresent();
  }

  /** Writes what was proved, if that is wanted and all of it was verified. */
  void write(Meeting meeting, MeetingResult result) {
    Optional<Path> file = file(meeting);
    if (options.proofs() != ProofPolicy.WRITTEN
        || !options.verification().includesAll()
        || file.isEmpty()) {
      return;
    }
    ProofFile.Proof proof =
        new ProofFile.Proof(
            dialect.name(),
            hash(meeting),
            result.pairs(),
            result.settled(),
            result.run(),
            result.orders());
    // Products are verified at the same time, and one file has the proofs of all of them.
    synchronized (scripts) {
      ProofFile.read(file.get())
          .orElse(new ProofFile(meeting.id(), List.of()))
          .with(proof)
          .write(file.get());
    }
  }

  /** Returns the hash of all that the proof of a meeting depends on. */
  String hash(Meeting meeting) {
    VerificationOptions verification = options.verification();
    StringBuilder text = new StringBuilder();
    text.append("anabranch proof ").append(ProofFile.FORMAT).append('\n');
    // Another release may know more that does not commute.
    text.append(Anabranch.version()).append('\n');
    text.append(dialect.name()).append('\n');
    text.append("rows ").append(verification.rows());
    text.append(" seed ").append(verification.seed());
    text.append(" orders ").append(options.interleavings());
    text.append(" columns ").append(options.columnOrder()).append('\n');
    meeting.tips().forEach(tip -> text.append("tip ").append(tip).append('\n'));
    meeting.below().forEach(id -> text.append("below ").append(part(id)));
    meeting.region().stream().sorted().forEach(id -> text.append("part ").append(part(id)));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  // Classes that a revision's code uses are not in its file, but in what the code asks for.
  private String part(String id) {
    RevisionScript script = scripts.script(id).orElseThrow();
    return id + " " + script.checksum() + "\n" + String.join(";\n", relations.sql(id)) + "\n";
  }
}
