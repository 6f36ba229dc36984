package dev.anabranch.testkit.verify;

import dev.anabranch.revision.Revision;

/** Lets one thread at a time speak to a listener. */
final class OneAtATime implements VerificationListener {

  private final VerificationListener listener;

  OneAtATime(VerificationListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void started(String product, int total) {
    listener.started(product, total);
  }

  @Override
  public synchronized void revisionStarted(Revision revision, int number) {
    listener.revisionStarted(revision, number);
  }

  @Override
  public synchronized void revisionFinished(RevisionResult result) {
    listener.revisionFinished(result);
  }

  @Override
  public synchronized void projectChecked(CheckResult result) {
    listener.projectChecked(result);
  }

  @Override
  public synchronized void finished(VerificationReport report) {
    listener.finished(report);
  }
}
