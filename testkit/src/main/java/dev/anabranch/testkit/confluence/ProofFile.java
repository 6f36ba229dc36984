package dev.anabranch.testkit.confluence;

import dev.anabranch.script.RevisionScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was proved of a merge revision, kept next to its file as {@code <id>.proof.json}, so that it
 * is run again only when something of it has changed. Immutable.
 *
 * @param revision the revision's id
 * @param proofs one for each product, sorted by its name
 */
public record ProofFile(String revision, List<Proof> proofs) {

  /** What the name of such a file ends with. */
  public static final String SUFFIX = ".proof.json";

  static final int FORMAT = 1;

  /**
   * What was proved on one product.
   *
   * @param product the product
   * @param hash the SHA-256 of all that it depends on, 64 lower-case hex digits
   * @param pairs how many pairs of parallel revisions there are
   * @param settled how many of them touch nothing in common
   * @param run how many were run in both orders
   * @param orders how many orders of whole branches were run
   */
  public record Proof(String product, String hash, int pairs, int settled, int run, int orders) {
    /** Checks that nothing is null. */
    public Proof {
      Objects.requireNonNull(product, "product");
      Objects.requireNonNull(hash, "hash");
    }
  }

  /** What a file is worth. */
  public enum State {
    /** It proves the branches as they are. */
    VALID,
    /** A revision or an option has changed since, or the file cannot be read. */
    STALE,
    /** There is none for the product. */
    MISSING
  }

  /** Sorts the proofs. */
  public ProofFile {
    Objects.requireNonNull(revision, "revision");
    proofs = proofs.stream().sorted(Comparator.comparing(Proof::product)).toList();
  }

  /** Returns where the proof of a revision stands; empty for one that is not a file of a folder. */
  public static Optional<Path> beside(RevisionScript script) {
    return script.file().map(file -> file.resolveSibling(script.revision().id() + SUFFIX));
  }

  /**
   * Says what a file proves.
   *
   * @param file the file, which need not be there
   * @param product the product
   * @param hash the hash of the branches as they are
   */
  public static State state(Path file, String product, String hash) {
    if (!Files.exists(file)) {
      return State.MISSING;
    }
    Optional<ProofFile> read = read(file);
    if (read.isEmpty()) {
      return State.STALE;
    }
    return read.get()
        .proof(product)
        .map(proof -> proof.hash().equals(hash) ? State.VALID : State.STALE)
        .orElse(State.MISSING);
  }

  /** Reads a file; empty if it is not there, or not of this format. */
  public static Optional<ProofFile> read(Path file) {
    try {
      return ProofText.parse(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the proof for a product. */
  public Optional<Proof> proof(String product) {
    return proofs.stream().filter(proof -> proof.product().equals(product)).findFirst();
  }

  /** Returns the same with a proof, instead of an older one for its product. */
  public ProofFile with(Proof proof) {
    List<Proof> all = new ArrayList<>(proofs);
    all.removeIf(each -> each.product().equals(proof.product()));
    all.add(proof);
    return new ProofFile(revision, all);
  }

  /**
   * Writes the file.
   *
   * @throws UncheckedIOException if that fails
   */
  public void write(Path file) {
    try {
      Files.writeString(file, ProofText.of(this));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write \"" + file + "\"", e);
    }
  }
}
