package dev.anabranch.examples;

import dev.anabranch.testkit.junit.EachServer;

/** The bookshop, unchanged, on every product that is a server of its own. */
@EachServer({"postgresql", "mysql", "mariadb", "oracle"})
class BookshopIT extends BookshopScenarios {}
