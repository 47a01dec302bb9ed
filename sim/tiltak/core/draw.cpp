#include <tiltak/core/draw.hpp>

#include <Random123/philox.h>

namespace tiltak {

DrawBlock Draws::block(std::uint32_t group, std::int32_t month, std::uint32_t purpose) const {
  using Philox = r123::Philox4x32_R<10>;
  const Philox::ctr_type counter{
      {first_group_ + group, static_cast<std::uint32_t>(month), purpose, replication_}};
  const auto words = Philox{}(counter, Philox::key_type{{key_[0], key_[1]}});
  return {words[0], words[1], words[2], words[3]};
}

} // namespace tiltak
