package dev.baton.access;

/** The first administrator's password, which a setting gives, is none that would be taken here. */
class RefusedFirstPassword extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String asked;

  /**
   * @param asked what a password has to be
   */
  RefusedFirstPassword(String asked) {
    super("The first administrator's password in BATON_ADMIN_PASSWORD is not: " + asked);
    this.asked = asked;
  }

  String asked() {
    return asked;
  }
}
