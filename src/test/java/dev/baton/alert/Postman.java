package dev.baton.alert;

/** Delivers what is due, when a scenario says so. */
public class Postman {
  private final Dispatcher dispatcher;

  Postman(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  public void deliver() {
    dispatcher.drain();
  }
}
