package dev.anabranch.testkit.verify;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;

final class RoundTrip {
  RoundTrip(
      RevisionScripts scripts,
      TestServer server,
      VerificationOptions options,
      VerificationListener listener) {}

  VerificationReport run() {
    throw new UnsupportedOperationException();
  }
}
