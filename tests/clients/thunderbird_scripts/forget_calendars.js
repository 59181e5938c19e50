// Unsubscribes from every calendar and deletes the user's own.
for (const calendar of cal.manager.getCalendars()) {
  cal.manager.removeCalendar(calendar);
}
