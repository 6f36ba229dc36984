package dev.anabranch.script;

/**
 * What a section says about transactions with {@code @transaction}.
 *
 * @since 0.1
 */
public enum SectionTransaction {
  /** Nothing: the project's configuration decides. */
  CONFIGURED,
  /** The section runs in a transaction, also where the configuration asks for none. */
  ON,
  /** The section's statements run outside a transaction. */
  OFF
}
