package dev.anabranch.examples;

import dev.anabranch.testkit.junit.RevisionTests;

/** Every revision of the bookshop, up, down and up again with rows, on every product. */
@RevisionTests(
    locations = "bookshop/revisions",
    products = {"h2", "postgresql", "mysql", "mariadb"},
    heads = "heads")
class BookshopRevisionsIT {}
