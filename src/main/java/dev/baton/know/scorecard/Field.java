package dev.baton.know.scorecard;

import java.util.List;

/**
 * A field of a lead that a scoring table can ask for.
 *
 * @param name as people read it
 * @param expression FEEL of its column
 * @param type of its column; empty for what senders write as they like
 */
record Field(String name, String expression, String type) {
  static final Field COMPANY_SIZE = new Field("Company size", "companySize", "integer");
  static final Field INDUSTRY = new Field("Industry", "lower case(industry)", "string");
  static final Field COUNTRY = new Field("Country", "country", "string");
  static final Field LEVEL = new Field("Title level", "level", "string");
  static final Field SOURCE = new Field("Source", "source", "string");

  /** Of every lead; what its signals tell comes beside. */
  static final List<Field> OF_PROFILE = List.of(COMPANY_SIZE, INDUSTRY, COUNTRY, LEVEL, SOURCE);

  static Field property(String name) {
    return new Field(name, "get value(properties, \"%s\")".formatted(name), "");
  }
}
