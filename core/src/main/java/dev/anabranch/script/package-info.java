/** Finding, reading, checking and creating revision files. */
@NullMarked
package dev.anabranch.script;

import org.jspecify.annotations.NullMarked;
