package dev.anabranch.examples;

import dev.anabranch.testkit.junit.RequiresServer;

/** The bookshop on H2. */
@RequiresServer("h2")
class BookshopTest extends BookshopScenarios {}
