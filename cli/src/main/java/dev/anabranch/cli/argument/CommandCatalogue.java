package dev.anabranch.cli.argument;

import java.util.List;
import java.util.Optional;

/** The commands there are. */
public interface CommandCatalogue {
  /** Returns the names of all commands, in the order help shows them. */
  List<String> names();

  /** Returns the description of one command, without making the others' descriptions. */
  Optional<CommandDescription> find(String name);
}
