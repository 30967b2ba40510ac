/** Cases of the public corpus whose label we do not follow, and why. */
export const contested: Readonly<Record<string, string>> = {
  e1fd36c2cb: "0.0.0.0/0 beside self: true is open all the same",
  c7c5bacc23: "CIS asks for a default group without any rule; the source accepts private ranges",
};
