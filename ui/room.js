// Runs when a room's controls are loaded, with Gradio's `element` and `trigger`: tells the router how to fill the room.
window.planRooms.register(
  element.closest('.room').id.replace(/^room-/, ''),
  (wanted) => trigger('show', wanted),
);
