package dev.anabranch.script;

import dev.anabranch.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the lines above the first section say.
 *
 * @param revision the revision
 * @param description the free text
 * @param created when the file was created
 * @param losses the tables and columns whose rows the downgrade loses
 * @param irreversibleReason why there is no way back
 */
record Header(
    Revision revision,
    String description,
    Optional<Instant> created,
    List<String> losses,
    Optional<String> irreversibleReason) {

  Header {
    losses = List.copyOf(losses);
  }
}
