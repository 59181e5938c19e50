// Opens a mail in its own window and presses a button of the bar that an invitation gets; answers
// what the window said. Given: the file, and the button's id.
const [path, button] = given;
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(path);
const uri = Services.io
  .newFileURI(file)
  .mutate()
  .setQuery("type=application/x-message-display")
  .finalize();
const main = await until(() => Services.wm.getMostRecentWindow("mail:3pane"), "the main window");
const window = main.openDialog(
  "chrome://messenger/content/messageWindow.xhtml",
  "_blank",
  "all,chrome,dialog=no,status,toolbar",
  uri,
);
try {
  const message = await until(
    () => window.document?.getElementById("messageBrowser")?.contentWindow,
    "the mail's window",
  );
  const bar = await until(
    () => message.calImipBar?.itipItem && message.calImipBar,
    "the bar of an invitation",
  );
  const document = message.document;
  const told = {
    sort: bar.itipItem.receivedMethod,
    action: bar.actionFunc?.method ?? null,
    buttons: [...document.querySelectorAll("#imip-view-toolbar > toolbarbutton")]
      .filter((each) => each.id && !each.hidden)
      .map((each) => each.id),
    text: document.getElementById("messagepane").contentDocument.body.textContent,
  };
  document.getElementById(button).doCommand();
  await until(() => bar.label, "the word that it is done");
  return told;
} finally {
  window.close();
}
