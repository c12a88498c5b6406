package dev.baton.alert;

/** Delivers what is due, when a scenario says so. */
public class Postman {
  private final Dispatcher dispatcher;
  private final RecordingMessenger messenger;

  Postman(Dispatcher dispatcher, RecordingMessenger messenger) {
    this.dispatcher = dispatcher;
    this.messenger = messenger;
  }

  public void failsOnce(String why) {
    messenger.answers.add(new Outcome.Failed(why));
  }

  public void deliver() {
    dispatcher.drain();
  }
}
