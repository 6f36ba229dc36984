/**
 * Pages of the documentation as things to run: the fenced blocks of a page in their order, the
 * commands in them, and what the command line says to each.
 */
package dev.anabranch.docs.page;
