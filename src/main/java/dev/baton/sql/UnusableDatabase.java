package dev.baton.sql;

/** The database can't be used, which the application needs to start; in words for its operator. */
public class UnusableDatabase extends RuntimeException {
  private final String place;
  private final String remedy;

  UnusableDatabase(String what, String place, String remedy, Throwable cause) {
    super(what, cause);
    this.place = place;
    this.remedy = remedy;
  }

  public String place() {
    return place;
  }

  public String remedy() {
    return remedy;
  }
}
