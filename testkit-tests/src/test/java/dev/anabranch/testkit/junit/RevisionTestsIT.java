package dev.anabranch.testkit.junit;

/** What a user writes, run by the build as it is. */
@RevisionTests(
    locations = "src/test/resources/migrated",
    products = {"h2", "postgresql", "mysql", "mariadb"})
class RevisionTestsIT {}
