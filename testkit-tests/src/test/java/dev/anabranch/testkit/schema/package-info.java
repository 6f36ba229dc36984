/** Schemas, compared and mended on real servers. */
@NullMarked
package dev.anabranch.testkit.schema;

import org.jspecify.annotations.NullMarked;
