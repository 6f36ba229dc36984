@NullMarked
package dev.anabranch.testkit.fault;

import org.jspecify.annotations.NullMarked;
