// Every event of a calendar. Given: its name.
const items = await named(given[0]).getItemsAsArray(
  Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null,
);
return items.map(shown);
