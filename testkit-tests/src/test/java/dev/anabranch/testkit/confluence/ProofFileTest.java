package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.testkit.confluence.ProofFile.Proof;
import dev.anabranch.testkit.confluence.ProofFile.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofFileTest {

  @TempDir Path folder;

  private final ProofFile file =
      new ProofFile("m\"1\\\t", List.of()).with(new Proof("postgresql", "aa", 3, 2, 1, 7));

  private Path written() {
    Path path = folder.resolve("m1.proof.json");
    file.write(path);
    return path;
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(ProofFile.read(written())).contains(file);
  }

  @Test
  void holdsOneProofForEachProduct() {
    ProofFile more =
        file.with(new Proof("h2", "bb", 0, 0, 0, 0))
            .with(new Proof("postgresql", "cc", 3, 3, 0, 0));

    assertThat(more.proofs()).extracting(Proof::product).containsExactly("h2", "postgresql");
    assertThat(more.proof("postgresql")).map(Proof::hash).contains("cc");
  }

  @Test
  void saysWhatItIsWorth() {
    Path path = written();

    assertThat(ProofFile.state(path, "postgresql", "aa")).isEqualTo(State.VALID);
    assertThat(ProofFile.state(path, "postgresql", "ab")).isEqualTo(State.STALE);
    assertThat(ProofFile.state(path, "h2", "aa")).isEqualTo(State.MISSING);
    assertThat(ProofFile.state(folder.resolve("none"), "h2", "aa")).isEqualTo(State.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\": 2, \"revision\": \"m1\", \"proofs\": []}",
        "{\"format\": 1, \"revision\": \"m1\"}",
        "{\"format\": 1, \"revision\": \"m1\", \"proofs\": []} x",
        "{\"format\": 1, \"revision\": \"m1\", \"proofs\": [], \"more\": 1}",
        "{\"format\": 1, \"format\": 1, \"revision\": \"m1\", \"proofs\": []}",
        "{\"format\": 99999999999, \"revision\": \"m1\", \"proofs\": []}",
        "{\"format\": 1, \"revision\": \"m1\", \"proofs\": [{\"product\": \"h2\"}]}",
        "{\"format\": 1, \"revision\": \"\\q\", \"proofs\": []}",
        "{\"format\": 1, \"revision\": \"m1\", \"proofs\": [1,]}",
      })
  void whatIsNotOfThisFormatProvesNothing(String text) throws IOException {
    Path path = Files.writeString(folder.resolve("x.proof.json"), text);

    assertThat(ProofFile.read(path)).isEmpty();
    assertThat(ProofFile.state(path, "h2", "aa")).isEqualTo(State.STALE);
  }
}
