package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.internal.IndexEntry;
import java.time.Instant;
import java.util.Optional;

/** Makes a header of what the index says of a class. */
final class IndexedHeader {

  private IndexedHeader() {}

  static Header of(IndexedSource source, Problems problems) {
    IndexEntry entry = source.entry();
    String message = entry.words().message();
    if (message.isEmpty()) {
      String name = entry.className();
      int from = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
      message = ClassNames.words(name.substring(from));
    }
    Revision revision =
        new Revision(
            entry.id(),
            entry.links().revises(),
            entry.links().dependsOn(),
            entry.links().labels(),
            message,
            Optional.of(new SourceLocation(source.shown(), entry.line())));
    return new Header(
        revision,
        entry.words().description(),
        created(entry, problems),
        entry.losses(),
        Optional.of(entry.words().irreversible()).filter(reason -> !reason.isBlank()));
  }

  private static Optional<Instant> created(IndexEntry entry, Problems problems) {
    String written = entry.words().created();
    Optional<Instant> created = written.isEmpty() ? Optional.empty() : Values.instant(written);
    if (created.isEmpty() && !written.isEmpty()) {
      problems.error(
          ErrorCode.INVALID_INDEX,
          entry.line(),
          "The index says that the revision was created \""
              + written
              + "\", which is no point in time.",
          "Build the classes again.");
    }
    return created;
  }
}
