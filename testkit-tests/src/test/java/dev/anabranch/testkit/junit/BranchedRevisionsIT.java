package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.project.Property;

/** Everything that can be proved, as a user writes it, run by the build as it is. */
@RevisionTests(
    locations = "src/test/resources/branched",
    products = {"h2", "postgresql", "mysql", "mariadb"},
    proves = {Property.ROUND_TRIP, Property.CONFLUENCE, Property.EQUIVALENCE},
    rows = 5)
class BranchedRevisionsIT {}
