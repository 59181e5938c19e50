// A calendar of the user's own, belonging to the mail account. Given: its name.
const made = cal.manager.createCalendar(
  "storage", Services.io.newURI("moz-storage-calendar://"),
);
[made.name] = given;
cal.manager.registerCalendar(made);
made.setProperty("imip.identity.key", "id1");
return made.name;
