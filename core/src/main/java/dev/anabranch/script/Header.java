package dev.anabranch.script;

import dev.anabranch.revision.Revision;
import java.time.Instant;
import java.util.Optional;

/**
 * What the lines above the first section say.
 *
 * @param revision the revision
 * @param description the free text
 * @param created when the file was created
 * @param irreversibleReason why there is no way back
 */
record Header(
    Revision revision,
    String description,
    Optional<Instant> created,
    Optional<String> irreversibleReason) {}
