package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.verify.CheckResult;
import dev.anabranch.testkit.verify.RevisionResult;

/** What comes of a {@link ProductRun}, one after the other. */
sealed interface ProductEvent {

  /** The name of the test that stands for the server. */
  String SERVER = "server";

  /** A revision is verified. */
  record OfRevision(RevisionResult result) implements ProductEvent {}

  /** A check of the whole was made, of what: a merge, or all revisions. */
  record OfProject(String subject, CheckResult result) implements ProductEvent {}

  /** There is no server, and that is to be passed over. */
  record NoServer(String reason) implements ProductEvent {}

  /** It cannot go on, in which part. */
  record Broken(String part, Throwable cause) implements ProductEvent {}

  /** Nothing else comes. */
  record End() implements ProductEvent {}
}
